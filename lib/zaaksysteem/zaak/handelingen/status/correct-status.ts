import { correctieRequest } from '#lib/contract/handeling-requests.ts'
import type { Handeling } from '../../wijziging/apply-change.ts'
import { takenBack } from '../../wijziging/besluiten.ts'
import { findStateAtVersie } from '../../wijziging/find-zaak-at-versie.ts'
import { vanKracht } from '../besluit/besluitdatums.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { type Act, performing } from '../perform-handeling.ts'
import { REASON_REQUIRED } from '../rules.ts'
import { toelichtingForm, waarom } from '../velden.ts'

/** Corrigeren: undoes a status that was set by mistake, when it was the last act. The history keeps both. */
export const CORRECT_STATUS = {
  soort: 'correctie',
  auditnaam: 'status_corrigeren',
  recht: 'behandelen',
  needs: [
    {
      reason: 'nothing_to_correct',
      tekst: 'De laatste handeling was geen status. Er is niets om te herstellen.',
      detail: 'The last act on the zaak was not setting a status.',
      broken: ({ zaak }) => zaak.laatsteSoort !== 'statuswijziging',
    },
    {
      reason: 'made_known_already',
      tekst: 'Het besluit is al bekendgemaakt. U kunt de zaak alleen heropenen.',
      detail: 'The besluit was made known; the zaak can only be reopened.',
      broken: ({ zaak: { besluiten, versie }, today }) =>
        vanKracht(besluiten).some(
          (besluit) => besluit.versie === versie && (besluit.bekendmakingsdatum as string) <= today,
        ),
    },
  ],
  rules: [REASON_REQUIRED],
  next: async ({ zaak: { id, versie, besluiten } }, ctx) => ({
    ...(await findStateAtVersie(ctx, { id, versie: versie - 1 })),
    besluiten: takenBack(besluiten, versie),
  }),
  api: {
    segment: 'correcties',
    scope: 'zaken.corrigeren',
    schema: correctieRequest,
    id: 'statusCorrigeren',
    name: 'Correctie',
    summary: 'Undo a status set by mistake',
    example: { versie: 3, statustoelichting: 'Deze status was van een andere aanvraag.' },
  },
} as const satisfies Act<Handeling>

export const correctStatus = performing(CORRECT_STATUS)

const texts = {
  uitleg: (nu: string, straks: string) =>
    `De status ‘${nu}’ gaat terug naar ‘${straks}’. De aanvrager ziet beide en uw uitleg.`,
} as const

export const CORRECT_STATUS_PAGE = {
  titel: 'Status herstellen',
  groep: 'zaak',
  toets: 'c',
  knop: 'Status herstellen',
  gedaan: 'Opgeslagen. De status is hersteld. De aanvrager ziet dit direct.',
  form: toelichtingForm,
  uitleg: ({ zaak }) => {
    const [last] = zaak.history
    return [
      texts.uitleg(last?.resultaatOmschrijving ?? last?.statusOmschrijving ?? '', last?.vorigeStatusOmschrijving ?? ''),
    ]
  },
  velden: () => [waarom],
} as const satisfies Handelingspagina
