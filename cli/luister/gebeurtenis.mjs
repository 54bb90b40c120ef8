/**
 * The part of a CloudEvent that this command reads.
 *
 * @typedef {{ id: string, source: string, type: string, subject: string, time: string, sequence: string,
 *   traceparent?: string, datacontenttype?: string, data?: unknown }} Gebeurtenis
 */

/** @param {unknown} body @returns {body is Gebeurtenis[]} */
export function areGebeurtenissen(body) {
  return Array.isArray(body) && body.every(isGebeurtenis)
}

/** @param {unknown} body @returns {body is Gebeurtenis} */
export function isGebeurtenis(body) {
  const attributes = /** @type {Record<string, unknown>} */ (body ?? {})
  return ['id', 'source', 'type', 'subject', 'time', 'sequence'].every((name) => typeof attributes[name] === 'string')
}
