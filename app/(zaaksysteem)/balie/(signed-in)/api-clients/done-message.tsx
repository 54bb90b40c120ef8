import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'

const TEXTS: Record<string, string> = apiClients.gedaan

/** Says what the action that led here has done. @param code `gedaan` in the address */
export function DoneMessage({ code }: { code: string | string[] | undefined }) {
  return <StatusMessage text={typeof code === 'string' && Object.hasOwn(TEXTS, code) && TEXTS[code]} />
}
