import { hasSystem } from '#lib/platform/env.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { Paragraph } from '#lib/ui/text/heading.tsx'
import { Link } from '#lib/ui/text/link.tsx'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { PATHS } from './paths.ts'

/**
 * Links builders of a zaaksysteem to their own pages. Without the portal in this process, its address is
 * unknown here.
 */
export async function Aansluiten() {
  const { uitleg, link, elders } = ontwikkelaarsMenu[await currentTaal()].aansluiten
  return (
    <Paragraph>
      {uitleg} {hasSystem('publieksportaal') ? <Link href={PATHS.aansluiten}>{link}</Link> : elders}
    </Paragraph>
  )
}
