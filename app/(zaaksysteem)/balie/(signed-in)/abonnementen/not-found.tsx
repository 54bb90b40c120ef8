import { NotFoundMessage } from '#lib/ui/staff/not-found-message.tsx'
import { abonnementen } from '#lib/ui/texts/abonnementen.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { PATHS } from '../werkvoorraad-filter.ts'

export default function NotFound() {
  return (
    <NotFoundMessage
      title={abonnementen.geenToegang}
      explanation={abonnementen.geenToegangUitleg}
      href={PATHS.open}
      label={balie.zaak.naarWerkvoorraad}
    />
  )
}
