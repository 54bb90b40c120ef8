import type { Taal } from '../text/taal.ts'

type InBeideTalen = Record<Taal, string>

type Tekst = {
  /** at the desk: in the audittrail, and of its bezorgingen */
  balie: string
  /** in the history of the zaak at the desk; null: the status says it */
  verloop: string | null
  /** of its step in the tijdlijn, when that is none of the zaaktype */
  stap?: InBeideTalen
  /** what it means for the citizen, in Berichten and in mails; empty when the step says it */
  uitleg: InBeideTalen
}

/** What each kind of change of a zaak is called, by its name in lib/contract/event-types.ts. */
export const wijzigingen = {
  registratie: {
    balie: 'Zaak geregistreerd',
    verloop: 'Geregistreerd',
    uitleg: {
      nl: 'Wij hebben uw aanvraag ontvangen op {startdatum}. Dit is uw bewijs van ontvangst.',
      en: 'We received your application on {startdatum}. This is your proof of receipt.',
    },
  },
  statuswijziging: {
    balie: 'Status gewijzigd',
    verloop: null,
    uitleg: { nl: '', en: '' },
  },
  correctie: {
    balie: 'Status gecorrigeerd',
    verloop: 'Status hersteld',
    uitleg: {
      nl: 'Wij hebben u eerder iets gemeld dat niet klopte. Onze excuses.',
      en: 'We told you something earlier that was not right. Our apologies.',
    },
  },
  heropening: {
    balie: 'Zaak heropend',
    verloop: 'Heropend',
    stap: { nl: 'Zaak heropend', en: 'Case reopened' },
    uitleg: { nl: 'Wij behandelen uw zaak opnieuw.', en: 'We are looking at your case again.' },
  },
  opschorting: {
    balie: 'Zaak opgeschort',
    verloop: 'Termijn opgeschort',
    stap: { nl: 'Beslistermijn staat stil', en: 'Time limit on hold' },
    uitleg: {
      nl: 'De termijn voor ons besluit staat stil. Zolang telt de tijd niet mee.',
      en: 'The time limit for our decision is on hold. This time does not count towards it.',
    },
  },
  hervatting: {
    balie: 'Zaak hervat',
    verloop: 'Termijn hervat',
    stap: { nl: 'Wij gaan verder', en: 'We are continuing' },
    uitleg: { nl: 'De beslistermijn loopt weer.', en: 'The time limit is running again.' },
  },
  verlenging: {
    balie: 'Zaak verlengd',
    verloop: 'Termijn verlengd',
    stap: { nl: 'Wij hebben meer tijd nodig', en: 'We need more time' },
    uitleg: { nl: '', en: '' },
  },
  aanvullingsverzoek: {
    balie: 'Aanvulling gevraagd',
    verloop: 'Aanvulling gevraagd',
    stap: { nl: 'Wij hebben meer informatie nodig', en: 'We need more information' },
    uitleg: {
      nl: 'Zonder deze informatie kunnen wij niet beslissen. Tot wij die hebben, staat de beslistermijn stil.',
      en: 'We cannot decide without this information. Until we have it, the time limit is on hold.',
    },
  },
  aanvulling_ontvangen: {
    balie: 'Aanvulling ontvangen',
    verloop: 'Aanvulling ontvangen',
    stap: { nl: 'Uw informatie is binnen', en: 'We have received your information' },
    uitleg: { nl: 'Bedankt. De beslistermijn loopt weer.', en: 'Thank you. The time limit is running again.' },
  },
  aanvulling_verlopen: {
    balie: 'Aanvulling niet op tijd',
    verloop: 'Aanvulling niet op tijd',
    stap: { nl: 'Wij kregen niet alles op tijd', en: 'We did not get everything in time' },
    uitleg: { nl: 'De beslistermijn loopt weer.', en: 'The time limit is running again.' },
  },
  intrekking_afgewezen: {
    balie: 'Verzoek om in te trekken afgewezen',
    verloop: 'Verzoek om in te trekken afgewezen',
    stap: { nl: 'Uw aanvraag is niet ingetrokken', en: 'Your application is not withdrawn' },
    uitleg: { nl: 'Wij behandelen uw aanvraag gewoon verder.', en: 'We are still considering your application.' },
  },
  verwijdering: {
    balie: 'Zaak verwijderd',
    verloop: null,
    uitleg: { nl: '', en: '' },
  },
} as const satisfies Record<string, Tekst>
