import type { Metadata } from 'next'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { TextPage } from '#lib/ui/text/text-page.tsx'
import { toegankelijkheid } from '#lib/ui/texts/toegankelijkheid.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: toegankelijkheid[await currentTaal()].title }
}

export default async function ToegankelijkheidPage() {
  return <TextPage {...toegankelijkheid[await currentTaal()]} />
}
