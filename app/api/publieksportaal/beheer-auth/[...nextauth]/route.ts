import { handleAuth } from '#lib/publieksportaal/sign-in/beheerder/auth.ts'

export { handleAuth as GET, handleAuth as POST }
