import type { Metadata } from 'next'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { TextPage } from '#lib/ui/text/text-page.tsx'
import { privacy } from '#lib/ui/texts/privacy.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: privacy[await currentTaal()].title }
}

export default async function PrivacyPage() {
  return <TextPage {...privacy[await currentTaal()]} />
}
