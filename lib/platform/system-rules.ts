import type { z } from 'zod'
import { demoOnly } from './env.ts'
import { isLoopbackHost } from './http/network.ts'

/** The input of one system to the rules of both systems. */
type System = {
  /** prefix of its variables: `ZAAKSYSTEEM` or `PUBLIEKSPORTAAL` */
  prefix: string
  /** its sign-ins: the prefix of their OIDC variables, and whose sign-in it is */
  signIns: Record<string, string>
  /** other addresses that it calls */
  calls: string[]
}

/**
 * Returns the rules between variables. With DEMO=1 anybody can sign in as anybody, so it allows only
 * addresses of this machine and no real identity provider. Without DEMO=1 plaintext is refused.
 */
export function systemRules({ prefix, signIns, calls }: System) {
  return (env: Record<string, unknown>, { addIssue }: Pick<z.RefinementCtx, 'addIssue'>) => {
    const report = (variable: string, message: string) => addIssue({ code: 'custom', path: [variable], message })
    demoOnly(env, { addIssue })
    const { DEMO: demo, [`${prefix}_URL`]: own } = env

    if (demo && isUrl(own) && !leadsHere(own)) {
      report(
        `${prefix}_URL`,
        'with DEMO=1 anybody can sign in, so it must be of this machine, as http://localhost:3000',
      )
    }
    if (!demo && isUrl(own) && !isHttps(own)) report(`${prefix}_URL`, 'must be https (only DEMO=1 goes without)')
    for (const variable of [...calls, ...Object.keys(signIns).map((signIn) => `${signIn}_ISSUER`)]) {
      const url = env[variable]
      if (isUrl(url) && !isHttps(url) && !(demo && leadsHere(url))) {
        report(variable, 'must be https (only DEMO=1 goes without, to this machine)')
      }
    }

    for (const [signIn, whose] of Object.entries(signIns)) {
      const client = ['ISSUER', 'CLIENT_ID', 'CLIENT_SECRET'].map((part) => `${signIn}_${part}`)
      const given = client.filter((variable) => env[variable])
      if (demo) {
        for (const variable of given) report(variable, 'is not allowed with DEMO=1, where anybody can sign in')
      } else if (given.length < client.length) {
        report(
          `${signIn}_ISSUER`,
          `${whose} needs an OIDC issuer, client id and client secret (only DEMO=1 goes without)`,
        )
      }
      const [asked, accepted] = ['VALUES', 'ACCEPTED'].map((part) => `${signIn}_ACR_${part}`) as [string, string]
      // The provider may ignore the requested level.
      if (isFilled(env[asked]) && !isFilled(env[accepted])) {
        report(asked, `asks for a level that nothing requires: ${accepted} must say what is enough`)
      }
    }

    const s3 = ['URL', 'ACCESS_KEY_ID', 'SECRET_ACCESS_KEY'].map((part) => `${prefix}_S3_${part}`)
    const missing = s3.filter((variable) => !env[variable])
    if (missing.length < s3.length) for (const variable of missing) report(variable, `is needed with ${s3[0]}`)

    const smtp = env[`${prefix}_SMTP_URL`]
    if (!isUrl(smtp)) return
    const needed = [`${prefix}_MAIL_FROM`, `${prefix}_BEHEERDER_MAIL`]
    if (!needed.every((variable) => env[variable])) report(`${prefix}_SMTP_URL`, `needs ${needed.join(' and ')}`)
    // The mailer would accept ?ignoreTLS=true and ?tls.rejectUnauthorized=false.
    if (new URL(smtp).search) report(`${prefix}_SMTP_URL`, 'must have no options behind a question mark')
  }
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0
}

function isUrl(value: unknown): value is string {
  return typeof value === 'string' && URL.canParse(value)
}

function isHttps(url: string): boolean {
  return new URL(url).protocol === 'https:'
}

function leadsHere(url: string): boolean {
  return isLoopbackHost(new URL(url).hostname)
}
