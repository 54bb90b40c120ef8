import { config } from 'zod/v4/core'

// Next.js runs this in the browser before any other module. Otherwise zod would probe for `eval`, which
// violates our Content-Security-Policy and is reported by the browser.
config({ jitless: true })
