import type { SinkAnswer } from '../egress/request-sink.ts'

/**
 * Statuses with which a sink that is up refuses this one request, however often it is sent: its content or form (400,
 * 413, 415, 422) or what the receiver has already (409). Any other failure is about the sink as a whole, 404 among them:
 * what was not found is its address (RFC 9110 section 15.5.5), and a gateway answers so while the receiver is away.
 */
export const MESSAGE_REFUSALS: readonly number[] = [400, 409, 413, 415, 422]

export function isMessageRefusal({ httpStatus, foutsoort }: Pick<SinkAnswer, 'httpStatus' | 'foutsoort'>): boolean {
  return foutsoort === 'duplicate' || (httpStatus !== null && MESSAGE_REFUSALS.includes(httpStatus))
}
