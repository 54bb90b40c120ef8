import { labelled } from '#lib/ui/form/labels.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { fataleDatumOf } from '../handelingspagina.ts'
import { opForm, toelichting, vandaag } from '../velden.ts'

const texts = {
  uitleg: (fataal: string) => [
    `De fatale datum was ${fataal}. Schreef de aanvrager daarna dat u te laat bent? Dan heeft u nog twee weken. Daarna kost elke dag geld (Awb 4:17).`,
    'Is er al besloten? Leg de brief dan alsnog vast als hij vóór de bekendmaking kwam. U ziet daarna wat de gemeente betaalt.',
    'Kwam de brief vóór de dag na de fatale datum? Dan telt hij niet. Laat de aanvrager dat weten.',
  ],
  geenDwangsom: (fataal: string, artikel: string) => [
    `De fatale datum was ${fataal}. Schreef de aanvrager daarna dat u te laat bent? Beslis dan binnen twee weken. Daarna kan de aanvrager in beroep bij de rechtbank (Awb 6:12). Een dwangsom is er niet (${artikel}).`,
    'Kwam de brief vóór de dag na de fatale datum? Dan telt hij niet. Laat de aanvrager dat weten.',
  ],
  op: 'De ingebrekestelling kwam binnen op',
} as const

export const RECEIVE_INGEBREKESTELLING_PAGE = {
  titel: 'Ingebrekestelling is binnen',
  toets: 'm',
  knop: 'Ingebrekestelling vastleggen',
  gedaan: 'Opgeslagen. U ziet hieronder tot wanneer een besluit niets kost. De aanvrager ziet dit ook.',
  form: opForm,
  uitleg: (context) => {
    const { geenDwangsom } = context.zaak.zaaktype
    const fataal = shortDate(fataleDatumOf(context))
    return geenDwangsom ? texts.geenDwangsom(fataal, geenDwangsom) : texts.uitleg(fataal)
  },
  velden: ({ today }) => [{ soort: 'datum', ...labelled(texts, 'op'), gebruikelijk: vandaag(today) }, toelichting],
} as const satisfies Handelingspagina
