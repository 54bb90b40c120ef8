import { titled } from '#lib/ui/shell/titled.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { namensTexts } from '#lib/ui/texts/mijn/namens.ts'
import { MijnMessage } from '../mijn-message.tsx'

export const generateMetadata = titled((taal) => namensTexts[taal].nietNamens.titel)

/** Shown to a representative who opens a page that only the citizen may see. */
export default async function NietNamensPage() {
  const { titel, uitleg } = namensTexts[await currentTaal()].nietNamens
  return <MijnMessage title={titel} explanation={uitleg} />
}
