'use client'

import { LoadError } from '#lib/ui/staff/load-error.tsx'
import { balie } from '#lib/ui/texts/balie.ts'

const { titel, uitleg, opnieuw } = balie.storing

export default function ErrorPage({ retry }: { retry: () => void }) {
  return <LoadError title={titel} explanation={uitleg} retryLabel={opnieuw} retry={retry} />
}
