import { NotFoundMessage } from '#lib/ui/staff/not-found-message.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { PATHS } from '../werkvoorraad-filter.ts'

export default function NotFound() {
  return (
    <NotFoundMessage
      title={balie.zaak.nietGevonden}
      explanation={balie.zaak.nietGevondenUitleg}
      href={PATHS.open}
      label={balie.zaak.naarWerkvoorraad}
    />
  )
}
