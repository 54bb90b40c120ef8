import { changeStatement, type Handeling } from '../../wijziging/apply-change.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { type Act, performing } from '../perform-handeling.ts'
import { CLOSED, REASON_REQUIRED } from '../rules.ts'
import { toelichtingForm, waarom } from '../velden.ts'

const STATEMENT = changeStatement('decline-intrekking', {
  also: {
    declined: `
      update inzending set afgewezen_versie = changed.versie
      from changed
      where inzending.zaak_id = any (array[changed.id]) and inzending.soort = 'intrekking' and afgewezen_versie is null`,
  },
})

/** Intrekking afwijzen: the zaak goes on unchanged. The citizen reads why. */
export const DECLINE_INTREKKING = {
  soort: 'intrekking_afgewezen',
  auditnaam: 'intrekking_afwijzen',
  recht: 'behandelen',
  needs: [
    CLOSED,
    {
      reason: 'no_intrekking_asked',
      tekst: 'De aanvrager vraagt niet meer om intrekken.',
      detail: 'The aanvrager does not ask to withdraw the aanvraag.',
      broken: ({ zaak }) => !zaak.intrekkingGevraagd,
    },
  ],
  rules: [REASON_REQUIRED],
  next: () => ({}),
  also: () => ({ statement: STATEMENT }),
} as const satisfies Act<Handeling>

export const declineIntrekking = performing(DECLINE_INTREKKING)

const texts = {
  uitleg: ['De aanvraag gaat dan door. De aanvrager ziet dat, en uw uitleg.'],
} as const

export const DECLINE_INTREKKING_PAGE = {
  titel: 'Verzoek om in te trekken afwijzen',
  groep: 'besluit',
  toets: 'x',
  knop: 'Verzoek afwijzen',
  gedaan: 'Opgeslagen. De aanvraag gaat door. De aanvrager ziet direct waarom.',
  form: toelichtingForm,
  uitleg: () => texts.uitleg,
  velden: () => [waarom],
} as const satisfies Handelingspagina
