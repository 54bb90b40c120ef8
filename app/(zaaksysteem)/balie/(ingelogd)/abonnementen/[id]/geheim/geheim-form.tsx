'use client'

import { useActionState, useEffect, useRef } from 'react'
import { Button, ButtonLink } from '#lib/ui/form/button.tsx'
import { RadioCards } from '#lib/ui/form/radio-cards.tsx'
import { Alert } from '#lib/ui/text/alert.tsx'
import { Heading, Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { GeheimShownOnce } from '../../geheim-shown-once.tsx'
import { INITIAL } from './form-state.ts'
import { rotateGeheimAction } from './rotate-geheim-action.ts'

const { geheim: texts, formulier } = abonnementen

const OVERLAPPEN = [
  { value: '24', title: texts.overlap24, description: texts.overlap24Uitleg },
  { value: '0', title: texts.overlap0, description: texts.overlap0Uitleg },
]

export function GeheimForm({ abonnementId, terug }: { abonnementId: string; terug: string }) {
  const [uitslag, maak, bezig] = useActionState(rotateGeheimAction, INITIAL)
  const titel = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (uitslag.soort !== 'begin') titel.current?.focus()
  }, [uitslag])

  return (
    <div className="balie-stapel balie-smal">
      <Heading level={1} ref={titel} tabIndex={-1}>
        {texts.nieuw}
      </Heading>
      {uitslag.soort === 'gemaakt' && (
        <>
          <GeheimShownOnce geheim={uitslag.geheim} />
          <Paragraph>{uitslag.overlapHours > 0 ? texts.oud24 : texts.oud0}</Paragraph>
        </>
      )}
      {uitslag.soort === 'niet_nodig' && <Alert>{texts.nietNodig}</Alert>}
      {uitslag.soort === 'begin' ? (
        <form action={maak} onSubmit={(event) => bezig && event.preventDefault()} aria-busy={bezig}>
          <Paragraph>{texts.nieuwUitleg}</Paragraph>
          <input type="hidden" name="abonnementId" value={abonnementId} />
          <RadioCards name="overlap" legend={texts.overlap} cards={OVERLAPPEN} defaultValue="24" />
          <div className="balie-knoppen">
            <Button>{bezig ? formulier.bezig : texts.maak}</Button>
            <Link href={terug}>{formulier.annuleren}</Link>
          </div>
        </form>
      ) : (
        <div>
          <ButtonLink href={terug}>{texts.naar}</ButtonLink>
        </div>
      )}
    </div>
  )
}
