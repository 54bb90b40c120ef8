import { NotFoundMessage } from '#lib/ui/staff/not-found-message.tsx'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { mijn } from '#lib/ui/texts/ontwikkelaars/mijn.ts'
import { PATHS } from '../paths.ts'

export default async function NotFound() {
  const { titel, uitleg, naar } = mijn[await currentTaal()].nietGevonden
  return <NotFoundMessage title={titel} explanation={uitleg} href={PATHS.mijn} label={naar} />
}
