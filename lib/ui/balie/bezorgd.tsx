import { Badge } from '../badge.tsx'
import { shortMoment } from '../dates.ts'
import { balie } from '../texts/balie.ts'

const PORTAAL_TONES = { bij: 'ok', onderweg: 'let-op', mislukt: 'fout' } as const

/** Whether the portal knows the latest of a zaak. */
export function PortaalBij({ bezorging }: { bezorging: keyof typeof PORTAAL_TONES | 'geen' }) {
  if (bezorging === 'geen') return <span className="zb-soft">{balie.bezorging.geen}</span>
  return <Badge soort={PORTAAL_TONES[bezorging]}>{balie.portaal[bezorging]}</Badge>
}

export type Bezorging = {
  status: 'wachtend' | 'bezorgd' | 'mislukt'
  pogingen: number
  afgerondOp: Date | null
  msTotBezorgd: number | null
}

/** How the event of one change reached the portal. */
export function Bezorgd({ bezorging }: { bezorging: Bezorging | null }) {
  if (!bezorging) return <span className="zb-soft">{balie.bezorging.geen}</span>
  const { status, pogingen, afgerondOp, msTotBezorgd } = bezorging
  if (status === 'mislukt') return <Badge soort="fout">{balie.bezorging.mislukt(pogingen)}</Badge>
  if (status === 'wachtend') {
    const text = pogingen > 0 ? balie.bezorging.onderwegPoging(pogingen + 1) : balie.bezorging.onderweg
    return <Badge soort="let-op">{text}</Badge>
  }
  if (pogingen > 1 && afgerondOp) {
    return <Badge soort="ok">{balie.bezorging.naPogingen(pogingen, shortMoment(afgerondOp))}</Badge>
  }
  return <Badge soort="ok">{balie.bezorging.snel(duration(msTotBezorgd ?? 0))}</Badge>
}

const getal = new Intl.NumberFormat('nl', { maximumFractionDigits: 1 })

function duration(ms: number): string {
  if (ms < 1000) return `${ms} ms`
  return ms < 60_000 ? `${getal.format(ms / 1000)} s` : `${getal.format(ms / 60_000)} min`
}
