'use client'

import { TextArea } from '#lib/ui/form/text-field.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { reopenZaakAction } from './reopen-zaak-action.ts'
import type { Werkbladzaak } from './werkbladzaak.ts'
import { Wijzigformulier } from './wijzigformulier.tsx'

export function HeropenFormulier({ zaak, magHeropenen }: { zaak: Werkbladzaak; magHeropenen: boolean }) {
  const { heropenen, wijzigen } = balie
  return (
    <Wijzigformulier
      action={reopenZaakAction}
      zaak={zaak}
      mogelijk={({ isAfgehandeld }) => isAfgehandeld && magHeropenen}
      titel={heropenen.titel}
      gelukt={heropenen.gelukt}
      knop={heropenen.knop}
    >
      {(_, ingevuld, fout) => (
        <>
          <Paragraph>{heropenen.uitleg}</Paragraph>
          <TextArea
            name="toelichting"
            label={heropenen.toelichting}
            optional={wijzigen.magLeeg}
            hint={heropenen.toelichtingHint}
            defaultValue={ingevuld.toelichting}
            error={fout('toelichting')}
          />
        </>
      )}
    </Wijzigformulier>
  )
}
