import { z } from 'zod'
import type { Operation } from './operation.ts'

const FORMATS = ['json', 'yaml'] as const
const cors = { 'access-control-allow-origin': z.literal('*').describe('Every site may read it.') }

type Description = {
  /** its name, which is also the member that holds the version of its format */
  kind: 'openapi' | 'asyncapi'
  title: string
  /** its path up to its name */
  at?: '' | `/${string}`
  below?: Operation['below']
}

/** The operations that give a description of an API, for everybody. */
export function describedBy({ kind, title, at = '', below }: Description): Operation<never>[] {
  const schema = z.looseObject({ [kind]: z.string() })
  const contents = { json: { schema }, yaml: { type: 'application/yaml', schema } }
  return FORMATS.map((format) => ({
    on: `GET ${at}/${kind}.${format}` as const,
    ...(below && { below }),
    id: `${kind}${format === 'json' ? 'Json' : 'Yaml'}`,
    tag: 'Beschrijving',
    summary: `${title} as ${format.toUpperCase()}`,
    answers: { 200: { description: `${title}.`, headers: cors, ...contents[format] } },
  }))
}

export const OPENAPI_OPERATIONS = describedBy({ kind: 'openapi', title: 'This document' })
