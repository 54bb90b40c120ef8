import { dateInAmsterdam } from '#lib/platform/calendar.ts'
import { classNames } from '#lib/ui/text/class-names.ts'
import { fillDates, writtenDate } from '#lib/ui/text/dates.ts'
import type { Taal, Tekst } from '#lib/ui/text/taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'

const SIGNS = {
  loopt: 'M20 11v10l6 4',
  handeling: 'M20 10v13M20 29v.1',
  afgerond: 'M13 10h9l5 5v15H13zM17 20h6M17 25h6',
} as const

type Termijn = {
  /** `yyyy-mm-dd` */
  uiterlijkeEinddatum: string
  /** `yyyy-mm-dd` */
  einddatum: string | null
  taal: Taal
  now: Date
}

/** Where the zaak stands, whether the citizen must do something, and by when. */
export function Antwoord({
  voortgang: { antwoord, statustekst, handeling, afgerond },
  klein = false,
  ...termijn
}: Termijn & {
  /** as `voortgang` returns it */
  voortgang: { antwoord: Tekst; statustekst: Tekst; handeling: Tekst | null; afgerond: boolean }
  /** for the preview at the desk */
  klein?: boolean
}) {
  const { taal } = termijn
  const t = texts(taal).antwoord
  const mustAct = handeling !== null && !afgerond
  const isLate = !afgerond && termijn.uiterlijkeEinddatum < dateInAmsterdam(termijn.now)
  return (
    <div className={classNames('zb-antwoord', mustAct && 'zb-antwoord--handeling', klein && 'zb-antwoord--klein')}>
      <svg className="zb-antwoord__icoon" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
        <circle className="zb-antwoord__ground" cx="20" cy="20" r="18" />
        <path className="zb-antwoord__sign" d={SIGNS[afgerond ? 'afgerond' : mustAct ? 'handeling' : 'loopt']} />
      </svg>
      <div>
        <p className="zb-antwoord__zin">{fillDates(antwoord[taal], termijn)}</p>
        <p className="zb-antwoord__uitleg">
          {!afgerond && !handeling && `${t.nietsTeDoen} `}
          <WithDates text={isLate ? withoutPromise(statustekst[taal]) : statustekst[taal]} {...termijn} />
        </p>
        {isLate && <p className="zb-antwoord__uitleg">{t.teLaat(writtenDate(termijn.uiterlijkeEinddatum, taal))}</p>}
        {handeling && (
          <p className="zb-antwoord__uitleg">
            <WithDates text={handeling[taal]} {...termijn} />
          </p>
        )}
      </div>
    </div>
  )
}

/** Drops the sentences that promise the fatale datum, for when that date has passed. */
function withoutPromise(text: string): string {
  return text
    .split(/(?<=[.?!])\s+/)
    .filter((sentence) => !sentence.includes('{fataleDatum}'))
    .join(' ')
}

/** A text with its dates filled in, in bold. */
function WithDates({ text, ...termijn }: Termijn & { text: string }) {
  const parts = text.split(/(\{\w{1,30}\})/)
  return parts.map((part) => {
    const filled = fillDates(part, termijn)
    return filled === part ? part : <strong key={part}>{filled}</strong>
  })
}
