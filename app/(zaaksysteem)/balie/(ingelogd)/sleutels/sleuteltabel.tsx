import { Badge } from '#lib/ui/badge.tsx'
import { Cel, Rij, Tabel } from '#lib/ui/balie/tabel.tsx'
import { shortMoment } from '#lib/ui/dates.ts'
import { sleutels as texts } from '#lib/ui/texts/sleutels.ts'
import type { findSleutels } from '#lib/zaaksysteem/signing/find-sleutels.ts'

export type Sleutel = Awaited<ReturnType<typeof findSleutels>>[number]

const { kolom } = texts

const KOLOMMEN = Object.values(kolom).map((naam) => ({ naam }))

const TONES = { volgende: 'let-op', tekent: 'ok', gepubliceerd: 'neutraal', vervallen: 'neutraal' } as const

export function StandBadge({ stand }: { stand: Sleutel['stand'] }) {
  return <Badge soort={TONES[stand]}>{texts.stand[stand]}</Badge>
}

export function Sleuteltabel({ titel, sleutels }: { titel: string; sleutels: readonly Sleutel[] }) {
  return (
    <Tabel titel={titel} kolommen={KOLOMMEN}>
      {sleutels.map(({ kid, alg, stand, gepubliceerdOp, tekentVanaf, tekentTot, gepubliceerdTot }) => (
        <Rij key={kid}>
          <Cel>
            <code className="balie-breekbaar">{kid}</code>
            <span className="balie-bijschrift">
              {alg}, {texts.algoritme[alg]}
            </span>
          </Cel>
          <Cel kop={kolom.stand}>
            <StandBadge stand={stand} />
          </Cel>
          <Cel kop={kolom.gepubliceerd}>
            <Moment instant={gepubliceerdOp} />
          </Cel>
          <Cel kop={kolom.tekentVanaf}>
            <Moment instant={tekentVanaf} />
          </Cel>
          <Cel kop={kolom.tekentTot}>
            <Moment instant={tekentTot} />
          </Cel>
          <Cel kop={kolom.gepubliceerdTot}>
            <Moment instant={gepubliceerdTot} />
          </Cel>
        </Rij>
      ))}
    </Tabel>
  )
}

function Moment({ instant }: { instant: Date | null }) {
  if (!instant) return <span className="zb-soft">{texts.openEind}</span>
  return (
    <time dateTime={instant.toISOString()} className="zb-datum">
      {shortMoment(instant)}
    </time>
  )
}
