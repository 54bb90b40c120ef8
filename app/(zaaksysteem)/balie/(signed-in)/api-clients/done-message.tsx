import { StatusMessage } from '#lib/ui/staff/status-message.tsx'
import { apiClients } from '#lib/ui/texts/balie/api-clients.ts'

const TEXTS: Record<string, string> = apiClients.gedaan

/**
 * Announces the result of the action that redirected here.
 *
 * @param code `gedaan` in the URL
 */
export function DoneMessage({ code }: { code: string | string[] | undefined }) {
  return <StatusMessage text={typeof code === 'string' && Object.hasOwn(TEXTS, code) && TEXTS[code]} />
}
