import { NotFoundMessage } from '#lib/ui/staff/not-found-message.tsx'
import { balie } from '#lib/ui/texts/balie.ts'
import { PATHS } from './werkvoorraad-filter.ts'

/** Shown for a page that does not exist, or that the behandelaar may not see. */
export default function NotFound() {
  return (
    <NotFoundMessage
      title={balie.geenToegang.titel}
      explanation={balie.geenToegang.uitleg}
      href={PATHS.open}
      label={balie.zaak.naarWerkvoorraad}
    />
  )
}
