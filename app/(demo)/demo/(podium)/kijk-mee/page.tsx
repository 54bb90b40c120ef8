import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { KijkMee } from './kijk-mee.tsx'

export default async function KijkMeePage() {
  return <KijkMee taal={await currentTaal()} />
}
