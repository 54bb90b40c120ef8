import { apiCompare } from 'api-smart-diff'

type Document = { info: { version: string }; paths?: object; webhooks?: object }

/**
 * What makes of a document that clients know one that they do not. What the zaaksysteem sends to a sink is for the sink
 * what an answer is for a client.
 */
export function changes(before: Document, after: Document) {
  const compared = apiCompare(withWebhooksRead(before), withWebhooksRead(after))
  const diffs = compared.diffs.filter(({ path }) => !isAnswerComponent(path))
  return {
    breaking: diffs.flatMap(({ type, action, path }) => (type === 'breaking' ? [`${action} ${path.join('/')}`] : [])),
    isChanged: diffs.some(({ path }) => path.join('.') !== 'info.version' && !isVersionExample(path)),
  }
}

function withWebhooksRead({ webhooks = {}, ...document }: Document) {
  const read = Object.entries(webhooks).map(([name, { post }]) => {
    const { content } = post.requestBody
    return [`/webhooks/${name}`, { get: { responses: { 200: { description: name, content } } } }]
  })
  return { ...document, paths: { ...document.paths, ...Object.fromEntries(read) } }
}

/** It is named after what it holds, and compared where it is used. */
const isAnswerComponent = (path: readonly unknown[]) => path[0] === 'components' && path[1] === 'responses'

const isVersionExample = (path: readonly unknown[]) => path.includes('API-Version') && path.at(-1) === 'example'
