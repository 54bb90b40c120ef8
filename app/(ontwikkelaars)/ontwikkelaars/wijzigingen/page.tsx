import type { Metadata } from 'next'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { ontwikkelaarsMenu } from '#lib/ui/texts/ontwikkelaars/menu.ts'
import { Prose } from '../paginas/prose.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: ontwikkelaarsMenu[await currentTaal()].paginas.wijzigingen }
}

export default function WijzigingenPage() {
  return <Prose pagina="wijzigingen" />
}
