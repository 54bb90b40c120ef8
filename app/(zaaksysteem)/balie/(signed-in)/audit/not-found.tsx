import { NotFoundMessage } from '#lib/ui/staff/not-found-message.tsx'
import { audittrail } from '#lib/ui/texts/balie/audittrail.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { PATHS } from '../werkvoorraad-filter.ts'

export default function NotFound() {
  return (
    <NotFoundMessage
      title={audittrail.geenToegang}
      explanation={audittrail.geenToegangUitleg}
      href={PATHS.open}
      label={balie.zaak.naarWerkvoorraad}
    />
  )
}
