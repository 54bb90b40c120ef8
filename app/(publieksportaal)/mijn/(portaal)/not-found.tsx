import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { texts } from '#lib/ui/texts/texts.ts'
import { MijnMessage } from './mijn-message.tsx'

export default async function MijnNotFound() {
  const { titel, uitleg } = texts(await currentTaal()).nietGevonden
  return <MijnMessage title={titel} explanation={uitleg} />
}
