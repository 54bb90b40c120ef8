/** Texts of the notice that there is more at a zaak than its open page shows. */
export const nieuws = {
  titel: {
    aanvrager: 'Er is iets nieuws bij deze zaak: de aanvrager heeft iets laten weten',
    zaak: 'Er is iets nieuws bij deze zaak: die is intussen gewijzigd',
  },
  uitleg: 'Wat u heeft getypt, blijft staan.',
  toon: 'Toon wat er nieuw is',
  getoond: 'U ziet nu wat er nieuw is.',
} as const
