import { hasSystem } from '#lib/platform/env.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { PATHS } from './paths.ts'

/** Where who builds a zaaksysteem reads on. Elsewhere the portal has an address that the zaaksysteem does not know. */
export async function Aansluiten() {
  const { uitleg, link, elders } = ontwikkelaarsMenu[await currentTaal()].aansluiten
  return (
    <Paragraph>
      {uitleg} {hasSystem('publieksportaal') ? <Link href={PATHS.aansluiten}>{link}</Link> : elders}
    </Paragraph>
  )
}
