'use client'

import { useState } from 'react'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { HeropenFormulier } from './heropen-formulier.tsx'
import { StatusFormulier } from './status-formulier.tsx'
import { type Concept, Voorbeeld } from './voorbeeld.tsx'
import type { Werkbladzaak } from './werkbladzaak.ts'

/** The form, and beside it what the citizen will see of it, while it is being filled in. */
export function Werkblad({ zaak, magHeropenen, now }: { zaak: Werkbladzaak; magHeropenen: boolean; now: Date }) {
  const [concept, setConcept] = useState<Concept>()
  const { isAfgehandeld } = zaak
  return (
    <div className="balie-werkblad">
      <div className="zb-card">
        <StatusFormulier zaak={zaak} onConcept={setConcept} />
        <HeropenFormulier zaak={zaak} magHeropenen={magHeropenen} />
        {isAfgehandeld && !magHeropenen && <Paragraph>{balie.heropenen.nietBevoegd}</Paragraph>}
      </div>
      <Voorbeeld zaak={zaak} concept={concept?.versie === zaak.versie ? concept : undefined} now={now} />
    </div>
  )
}
