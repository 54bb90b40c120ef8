import { titled } from '#lib/ui/shell/titled.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { TextPage } from '#lib/ui/text/text-page.tsx'
import { privacy } from '#lib/ui/texts/privacy.ts'

export const generateMetadata = titled((taal) => privacy[taal].title)

export default async function PrivacyPage() {
  return <TextPage {...privacy[await currentTaal()]} />
}
