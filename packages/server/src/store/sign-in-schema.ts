/** The tables of people: who signs in, and to which shops they belong. Times are Unix milliseconds UTC. */
import type { ColumnType } from 'kysely'

type Immutable<Type> = ColumnType<Type, Type, never>

/** Who signs in, as the sign-in library wants it kept. */
interface UsersTable {
  id: Immutable<string>
  name: string
  /** In lower case. */
  email: string
  email_verified: 0 | 1
  image: string | null
  two_factor_enabled: 0 | 1 | null
  created_at: Immutable<number>
  updated_at: number
}

interface SessionsTable {
  id: Immutable<string>
  token: string
  user_id: Immutable<string>
  expires_at: number
  ip_address: string | null
  user_agent: string | null
  created_at: Immutable<number>
  updated_at: number
}

/** How a user proves who they are: a hashed password. */
interface CredentialsTable {
  id: Immutable<string>
  account_id: string
  provider_id: string
  user_id: Immutable<string>
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: number | null
  refresh_token_expires_at: number | null
  scope: string | null
  password: string | null
  created_at: Immutable<number>
  updated_at: number
}

/** What was begun and waits for its second step. */
interface VerificationsTable {
  id: Immutable<string>
  identifier: string
  value: string
  expires_at: number
  created_at: Immutable<number>
  updated_at: number
}

interface TwoFactorsTable {
  id: Immutable<string>
  /** Sealed by the library. */
  secret: string
  backup_codes: string
  user_id: Immutable<string>
  verified: 0 | 1 | null
  failed_verification_count: number | null
  locked_until: number | null
}

/** Who belongs to which shop. */
interface MembersTable {
  shop_id: Immutable<number>
  user_id: Immutable<string>
  role: string
  since: Immutable<number>
}

/** Links that let somebody in once. */
interface InvitationsTable {
  /** SHA-256 of the link's token, in hexadecimal digits. */
  token_hash: Immutable<string>
  /** In lower case; '' where whoever opens it says theirs. */
  email: string
  shop_id: Immutable<number>
  role: string
  expires: number
}

export interface SignInTables {
  users: UsersTable
  sessions: SessionsTable
  credentials: CredentialsTable
  verifications: VerificationsTable
  two_factors: TwoFactorsTable
  members: MembersTable
  invitations: InvitationsTable
}
