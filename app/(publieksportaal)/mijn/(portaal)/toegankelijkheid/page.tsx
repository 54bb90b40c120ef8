import { titled } from '#lib/ui/shell/titled.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { TextPage } from '#lib/ui/text/text-page.tsx'
import { toegankelijkheid } from '#lib/ui/texts/toegankelijkheid.ts'

export const generateMetadata = titled((taal) => toegankelijkheid[taal].title)

export default async function ToegankelijkheidPage() {
  return <TextPage {...toegankelijkheid[await currentTaal()]} />
}
