import { labelled } from '#lib/ui/form/labels.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { fataleDatumOf } from '../handelingspagina.ts'
import { datum, toelichtingForm, verzonden, verzondenOp, waarom } from '../velden.ts'
import { movesTerm } from './announce-vertraging.ts'

const texts = {
  uitleg: (fataal: string) => [
    `Lukt het niet vóór of op ${fataal}? Meld de aanvrager dan op tijd wanneer u wel beslist (Awb 4:14).`,
    'De fatale datum verandert hierdoor niet. De aanvrager mag u na die dag in gebreke stellen.',
  ],
  redelijk: (fataal: string) => [
    `Lukt het niet vóór of op ${fataal}? Meld de aanvrager dan uiterlijk op die dag wanneer u wel beslist (Awb 4:14 lid 3).`,
    'De termijn loopt dan door tot en met de dag die u noemt. Dat kan één keer. Vóór die dag telt een ingebrekestelling niet.',
  ],
  verwacht: 'U verwacht te beslissen uiterlijk op',
  verwachtHint: 'Zo snel mogelijk na de fatale datum.',
} as const

const vertragingForm = toelichtingForm.extend({ ...verzonden, verwacht: datum })

export const ANNOUNCE_VERTRAGING_PAGE = {
  titel: 'Melden dat het later wordt',
  toets: 'l',
  knop: 'Vertraging melden',
  gedaan: 'Opgeslagen. De aanvrager ziet direct wanneer u het besluit verwacht.',
  form: vertragingForm,
  uitleg: (context) => {
    const { uitleg, redelijk } = texts
    const moves = movesTerm({ ...context, zaaktype: context.zaak.zaaktype })
    return (moves ? redelijk : uitleg)(shortDate(fataleDatumOf(context)))
  },
  velden: ({ today }) => [verzondenOp(today), { soort: 'datum', ...labelled(texts, 'verwacht') }, waarom],
} as const satisfies Handelingspagina
