import { NotFoundMessage } from '#lib/ui/staff/not-found-message.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'
import { balie } from '#lib/ui/texts/balie.ts'
import { PATHS } from '../werkvoorraad-filter.ts'

export default function NotFound() {
  return (
    <NotFoundMessage
      title={apiClients.geenToegang}
      explanation={apiClients.geenToegangUitleg}
      href={PATHS.open}
      label={balie.zaak.naarWerkvoorraad}
    />
  )
}
