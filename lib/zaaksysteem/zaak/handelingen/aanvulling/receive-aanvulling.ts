import { z } from 'zod'
import { aanvullingRequest } from '#lib/contract/handeling-requests.ts'
import { list } from '#lib/ui/form/fields.ts'
import { labelled, namedOptions } from '#lib/ui/form/labels.ts'
import { shortDate } from '#lib/ui/text/dates.ts'
import { handelingen } from '#lib/ui/texts/balie/handelingen.ts'
import { correctedTermijn } from '../../herberekening/replay-termijn.ts'
import type { Aanvullingsverzoek } from '../../wijziging/aanvullingsverzoek.ts'
import { changeStatement, type Next } from '../../wijziging/apply-change.ts'
import type { Handelingspagina } from '../handelingspagina.ts'
import { type Act, type InputOf, performing } from '../perform-handeling.ts'
import { NO_AANVULLING_OPEN, RESUMES_IN_FUTURE, resumed, type Standing, type Subject } from '../rules.ts'
import { datumOfVandaag, opForm, toelichting } from '../velden.ts'

type OntvangenAanvulling = InputOf<typeof aanvullingRequest>

/** Each soort that the change may get has its signalering. */
const STATEMENT = changeStatement('receive-aanvulling', {
  columns: { op: 'date', onderdelen: 'jsonb' },
  also: {
    received: `
      update aanvulling set ontvangen_op = changed.op, ontvangst_versie = changed.versie
      from changed
      where aanvulling.zaak_id = any (array[changed.id]) and ontvangen_op is null and not teruggenomen
        and aanvulling.versie = (
          select max(versie) from aanvulling asked where asked.zaak_id = changed.id and not teruggenomen
        )
        and (changed.onderdelen is null or changed.onderdelen ? aanvulling.id::text)`,
    signaleerd: `
      insert into signalering (id, behandelaar_id, zaak_id, soort, gegeven, aangemaakt_op)
      select gebeurtenis_id, behandelaar_id, id, soort::signalering_soort, versie::text, vastgelegd_op from changed
      where behandelaar_id is distinct from behandelaar and behandelaar_id is not null
        and (behandelaar is not null or client is not null)`,
  },
})

/** Returns the requested parts that did not come; empty for a closed zaak. */
export function ontbrekend({ zaak }: Pick<Standing, 'zaak'>): Aanvullingsverzoek['onderdelen'] {
  if (zaak.einddatum !== null) return []
  return zaak.aanvullingsverzoek?.onderdelen.filter(({ ontvangenOp }) => ontvangenOp === null) ?? []
}

/**
 * Records that a requested part came. The last part completes the aanvraag, so that the term ran again from
 * the day on which it came (Awb 4:15 lid 1 a), whenever it is recorded. This also holds when the term runs
 * already, after the last day or a report by the aanvrager. It can then only turn out to have resumed
 * earlier, so that nobody waits longer than he was told. A part that came after the last day moves nothing.
 */
export const RECEIVE_AANVULLING = {
  soort: 'aanvulling_ontvangen',
  auditnaam: 'aanvulling_ontvangen',
  recht: 'behandelen',
  needs: [
    {
      ...NO_AANVULLING_OPEN,
      detail: 'The zaak has no missing items.',
      broken: (standing) => ontbrekend(standing).length === 0,
    },
  ],
  rules: [
    RESUMES_IN_FUTURE,
    {
      reason: 'received_before_asked',
      tekst: 'U had dit op deze dag nog niet gevraagd. Vul een latere dag in.',
      veld: 'op',
      detail: 'op must not lie before the day of the aanvullingsverzoek.',
      broken: ({ zaak, input }) => zaak.aanvullingsverzoek !== null && input.op < zaak.aanvullingsverzoek.op,
    },
    {
      reason: 'onderdeel_not_missing',
      tekst: 'Dit was al binnen, of u vraagt het niet meer. Kruis aan wat nog ontbrak.',
      veld: 'aanvullingen',
      detail: 'aanvullingen holds an item that the zaak does not ask for, or that was already received.',
      broken: ({ zaak, input }) =>
        Boolean(input.aanvullingen?.some((id) => !ontbrekend({ zaak }).some((each) => each.id === id))),
    },
  ],
  next: (subject, ctx) => afterReceipt(ctx, subject),
  also: ({ op, aanvullingen }) => ({ statement: STATEMENT, row: { op, onderdelen: aanvullingen } }),
  api: {
    segment: 'aanvullingen',
    scope: 'zaken.aanvullen',
    schema: aanvullingRequest,
    id: 'aanvullingOntvangen',
    name: 'Aanvulling',
    summary: 'Record the receipt of an aanvulling',
    example: { versie: 3, op: '2026-12-08' },
  },
} as const satisfies Act<OntvangenAanvulling>

async function afterReceipt(
  ctx: Parameters<typeof correctedTermijn>[0],
  { zaak, zaaktype, input }: Subject<OntvangenAanvulling>,
): Promise<Next> {
  const { tot, hervatOp, onderdelen } = zaak.aanvullingsverzoek as Aanvullingsverzoek
  const came = onderdelen.map(({ id, ontvangenOp }) => {
    return ontvangenOp ?? (!input.aanvullingen || input.aanvullingen.includes(id) ? input.op : null)
  })
  const isComplete = came.every((day) => day !== null)
  const lastCame = isComplete ? (came.toSorted().at(-1) as string) : input.op
  if (lastCame > tot) return { soort: 'aanvulling_nagekomen' }
  if (!isComplete) return { soort: 'aanvulling_deel_ontvangen' }
  if (hervatOp === null) return resumed(zaak, zaaktype, lastCame)
  if (lastCame >= hervatOp) return {}
  const row = { soort: 'aanvulling_ontvangen', aangevuldOp: lastCame } as const
  return {
    ...(await correctedTermijn(ctx, { zaak, zaaktype }, row)),
    ...(zaak.hervatOp === hervatOp && { hervatOp: lastCame }),
  }
}

export const receiveAanvulling = performing(RECEIVE_AANVULLING)

const texts = {
  gevraagd: (op: string, tot: string) => `Gevraagd op ${op}, uiterlijk ${tot}.`,
  gemeld: (op: string) =>
    `De aanvrager meldde op ${op} dat alles is gestuurd. Kruis aan wat er is, met de dag waarop het kwam.`,
  gevolg: [
    'Is hiermee alles er? Dan liep de termijn weer vanaf de dag waarop het laatste stuk kwam (Awb 4:15), ook als u dat later vastlegt.',
    'Wat na de laatste dag kwam, verandert niets aan de termijn.',
  ],
  onderdelen: 'Wat is binnen?',
  op: 'Binnengekomen op',
  opHint: 'Niet vandaag, als het eerder kwam. Kwamen stukken op verschillende dagen? Leg ze dan apart vast.',
} as const

const { fout } = handelingen

const ontvangenForm = opForm.extend({ aanvullingen: list(z.array(z.uuid()).min(1, fout.kiesOnderdeel)) })

export const RECEIVE_AANVULLING_PAGE = {
  titel: 'Aanvulling is binnen',
  groep: 'aanvulling',
  toets: 'i',
  knop: 'Ontvangst vastleggen',
  gedaan: 'Opgeslagen. De aanvrager ziet direct wat binnen is.',
  form: ontvangenForm,
  uitleg: ({ zaak: { aanvullingsverzoek } }) => {
    const { op = '', tot = '', einde, hervatOp } = aanvullingsverzoek ?? {}
    return [
      texts.gevraagd(shortDate(op), shortDate(tot)),
      ...(einde === 'aanvulling_gemeld' && hervatOp ? [texts.gemeld(shortDate(hervatOp))] : []),
      ...texts.gevolg,
    ]
  },
  velden: ({ ontbrekend, today }) => [
    {
      soort: 'vinkjes',
      name: 'aanvullingen',
      legend: texts.onderdelen,
      options: namedOptions(ontbrekend),
    },
    datumOfVandaag(today, labelled(texts, 'op')),
    toelichting,
  ],
} as const satisfies Handelingspagina
