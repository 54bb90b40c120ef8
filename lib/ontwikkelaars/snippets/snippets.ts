import type { Credentialtype } from '#lib/contract/abonnement-resource.ts'

/** The languages that a receiver can copy verification code for. */
export const PROGRAMMEERTALEN = ['node', 'python', 'java', 'csharp', 'go'] as const
export type Programmeertaal = (typeof PROGRAMMEERTALEN)[number]

type Snippets = {
  /** how the language is called */
  naam: string
  /** reads the key set; ACCESSTOKEN does not need it */
  keys: string
  verify: Record<Credentialtype, string>
  /** a whole receiver, which calls all of these, and what it is built by */
  receiver: readonly [string, ...string[]]
}

/** The files with the code of each language. */
export const SNIPPETS: Record<Programmeertaal, Snippets> = {
  node: {
    naam: 'Node.js',
    receiver: ['receiver.mjs'],
    keys: 'keys.mjs',
    verify: {
      JWT: 'verify-jwt.mjs',
      ACCESSTOKEN: 'verify-access-token.mjs',
      STANDARDWEBHOOKS: 'verify-standard-webhooks.mjs',
      HTTPMESSAGESIGNATURES: 'verify-http-message-signature.mjs',
      NLGOVADR: 'verify-nlgov-adr.mjs',
    },
  },
  python: {
    naam: 'Python',
    receiver: ['receiver.py'],
    keys: 'keys.py',
    verify: {
      JWT: 'verify_jwt.py',
      ACCESSTOKEN: 'verify_access_token.py',
      STANDARDWEBHOOKS: 'verify_standard_webhooks.py',
      HTTPMESSAGESIGNATURES: 'verify_http_message_signature.py',
      NLGOVADR: 'verify_nlgov_adr.py',
    },
  },
  java: {
    naam: 'Java',
    receiver: ['Receiver.java'],
    keys: 'Keys.java',
    verify: {
      JWT: 'VerifyJwt.java',
      ACCESSTOKEN: 'VerifyAccessToken.java',
      STANDARDWEBHOOKS: 'VerifyStandardWebhooks.java',
      HTTPMESSAGESIGNATURES: 'VerifyHttpMessageSignature.java',
      NLGOVADR: 'VerifyNlgovAdr.java',
    },
  },
  csharp: {
    naam: 'C#',
    receiver: ['Receiver.cs', 'receiver.csproj'],
    keys: 'Keys.cs',
    verify: {
      JWT: 'VerifyJwt.cs',
      ACCESSTOKEN: 'VerifyAccessToken.cs',
      STANDARDWEBHOOKS: 'VerifyStandardWebhooks.cs',
      HTTPMESSAGESIGNATURES: 'VerifyHttpMessageSignature.cs',
      NLGOVADR: 'VerifyNlgovAdr.cs',
    },
  },
  go: {
    naam: 'Go',
    receiver: ['receiver.go'],
    keys: 'keys.go',
    verify: {
      JWT: 'verify_jwt.go',
      ACCESSTOKEN: 'verify_access_token.go',
      STANDARDWEBHOOKS: 'verify_standard_webhooks.go',
      HTTPMESSAGESIGNATURES: 'verify_http_message_signature.go',
      NLGOVADR: 'verify_nlgov_adr.go',
    },
  },
}
