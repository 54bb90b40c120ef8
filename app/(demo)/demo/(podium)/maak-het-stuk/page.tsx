import { notFound } from 'next/navigation'
import { platformEnv } from '#lib/platform/env.ts'
import { currentTaal } from '#lib/ui/text/current-taal.ts'
import { MaakHetStuk } from './maak-het-stuk.tsx'

export default async function MaakHetStukPage() {
  if (!platformEnv().REGIE_DEMO_ONLY) notFound()
  return <MaakHetStuk taal={await currentTaal()} />
}
