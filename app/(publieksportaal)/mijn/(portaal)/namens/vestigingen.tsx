import { findVestigingen } from '#lib/publieksportaal/burger/vestiging.ts'
import { publieksportaal } from '#lib/publieksportaal/context.ts'
import { chooseVestiging } from '#lib/publieksportaal/sign-in/burger/choose-vestiging.ts'
import type { SignedInBurger } from '#lib/publieksportaal/sign-in/burger/sessies.ts'
import { Button } from '#lib/ui/form/button.tsx'
import { Card } from '#lib/ui/text/card.tsx'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import type { Taal } from '#lib/ui/text/taal.ts'
import { namensTexts } from '#lib/ui/texts/mijn/namens.ts'
import './vestigingen.css'

/** Where who signed in for a whole company chooses one vestiging of it, or all of it again. */
export async function Vestigingen({ burger, taal }: { burger: SignedInBurger; taal: Taal }) {
  const { burgerId, bedrijfId } = burger
  if (bedrijfId === null) return null
  const vestigingen = await findVestigingen(publieksportaal(), bedrijfId)
  if (vestigingen.length === 0) return null
  const t = namensTexts[taal].vestigingen
  const choices = [
    { id: bedrijfId, text: t.heel },
    ...vestigingen.map((one) => ({ id: one.burgerId, text: t.kies(one.vestigingsnummer) })),
  ]
  return (
    <Card title={t.titel} id="vestigingen" className="zb-vestigingen">
      <Paragraph>{t.uitleg}</Paragraph>
      <form action={chooseVestiging} className="zb-buttons">
        {choices
          .filter(({ id }) => id !== burgerId)
          .map(({ id, text }) => (
            <Button key={id} appearance="secondary" name="burgerId" value={id}>
              {text}
            </Button>
          ))}
      </form>
    </Card>
  )
}
