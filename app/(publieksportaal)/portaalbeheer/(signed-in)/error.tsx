'use client'

import { LoadError } from '#lib/ui/staff/load-error.tsx'
import { portaalbeheer } from '#lib/ui/texts/portaalbeheer.ts'

const { storing, storingUitleg, opnieuw } = portaalbeheer

export default function ErrorPage({ retry }: { retry: () => void }) {
  return <LoadError title={storing} explanation={storingUitleg} retryLabel={opnieuw} retry={retry} />
}
