/** Texts of the desk's signing keys. For a beheerder only, so Dutch only. */
export const sleutels = {
  titel: 'Sleutels',
  uitleg:
    'Met deze sleutels ondertekenen wij onze berichten. De ontvangers controleren ze met de openbare helft, die op dit adres staat:',

  kolom: {
    sleutel: 'Sleutel',
    stand: 'Stand',
    tekent: 'Tekent',
    gepubliceerd: 'Gepubliceerd',
  },
  vanaf: 'vanaf',
  tot: 'tot',
  algoritme: {
    ES256: 'voor het token bij elk ondertekend bericht',
    Ed25519: 'voor Standard Webhooks en HTTP Message Signatures',
    PS256: 'voor NL GOV ondertekening',
  },
  stand: { volgende: 'volgende', tekent: 'tekent', gepubliceerd: 'gepubliceerd', vervallen: 'vervallen' },
  standen: 'Wat betekent de stand?',
  standUitleg: {
    volgende: 'De ontvangers kunnen deze sleutel al ophalen, maar wij tekenen er nog niet mee.',
    tekent: 'Met deze sleutel ondertekenen wij nu.',
    gepubliceerd: 'Wij tekenen er niet meer mee, maar ontvangers kunnen er nog berichten mee controleren.',
    vervallen: 'Deze sleutel is niet meer op te halen en niemand mag hem nog vertrouwen.',
  },
  vervallen: (n: number) => `Vervallen sleutels (${n})`,

  wissel: {
    titel: 'Wissel de sleutels',
    uitleg: (minuten: number) =>
      `De volgende sleutels staan dan meteen op het adres hierboven. Wij tekenen ermee na ${minuten} minuten: dan kan elke ontvanger ze hebben. Er gaat geen bericht verloren.`,
    knop: 'Wissel sleutels',
    bezig: 'Bezig…',
    klaar: (moment: string) => `De volgende sleutels staan klaar. Wij tekenen ermee vanaf ${moment}.`,
    gelekt: 'Is een sleutel gelekt?',
    naarDirect: 'Wissel direct',
  },
  gedaan: {
    gewisseld: 'De volgende sleutels zijn gepubliceerd.',
    direct: 'De sleutels zijn gewisseld. De oude sleutels zijn ingetrokken.',
  },

  direct: {
    kort: 'Wissel direct',
    titel: 'Alle sleutels direct wisselen?',
    uitleg: 'Doe dit alleen als een sleutel is gelekt. U kunt het niet ongedaan maken. Dit gebeurt er:',
    gevolgen: (minuten: number) => [
      'Wij tekenen meteen met nieuwe sleutels.',
      'Alle oude sleutels trekken wij in, ook sleutels die klaarstonden.',
      'De ontvangers weigeren berichten die nu onderweg zijn. Wij sturen die vanzelf opnieuw, met een nieuwe handtekening.',
      `Een ontvanger kan de oude sleutels nog ${minuten} minuten vertrouwen. Is dat te lang? Bel de ontvangers dan.`,
    ],
    geenLek: 'Is er niets gelekt? Wissel de sleutels dan gewoon. Dan wordt er niets geweigerd.',
    knop: 'Wissel direct',
  },
}
