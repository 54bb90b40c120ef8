import type { SinkAnswer } from '../egress/request-sink.ts'

/**
 * Statuses with which a healthy sink refuses one message, however often it is sent. It refuses its content
 * or form (400, 413, 415, 422), or has the event already (409). Any other status is about the sink as a
 * whole. So is 404: the address was not found (RFC 9110 section 15.5.5), and a gateway answers 404 while the
 * receiver is away.
 */
export const MESSAGE_REFUSALS: readonly number[] = [400, 409, 413, 415, 422]

export function isMessageRefusal({ httpStatus, foutsoort }: Pick<SinkAnswer, 'httpStatus' | 'foutsoort'>): boolean {
  return foutsoort === 'duplicate' || (httpStatus !== null && MESSAGE_REFUSALS.includes(httpStatus))
}
