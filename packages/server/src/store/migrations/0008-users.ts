import type { Migration } from '../migration.ts'

/** Who signs in to the account page, and to which shops they belong. */
export const users: Migration = {
  number: 8,
  name: 'users',
  statements: ({ integer, clustered }) => [
    `create table users (
      id text not null primary key, name text not null, email text not null unique, email_verified ${integer} not null,
      image text, two_factor_enabled ${integer}, created_at ${integer} not null, updated_at ${integer} not null
    ) ${clustered}`,
    `create table sessions (
      id text not null primary key, token text not null unique, user_id text not null, expires_at ${integer} not null,
      ip_address text, user_agent text, created_at ${integer} not null, updated_at ${integer} not null
    ) ${clustered}`,
    'create index sessions_by_user on sessions (user_id)',
    `create table credentials (
      id text not null primary key, account_id text not null, provider_id text not null, user_id text not null,
      access_token text, refresh_token text, id_token text, access_token_expires_at ${integer},
      refresh_token_expires_at ${integer}, scope text, password text, created_at ${integer} not null,
      updated_at ${integer} not null
    ) ${clustered}`,
    'create index credentials_by_user on credentials (user_id)',
    `create table verifications (
      id text not null primary key, identifier text not null, value text not null, expires_at ${integer} not null,
      created_at ${integer} not null, updated_at ${integer} not null
    ) ${clustered}`,
    'create index verifications_by_identifier on verifications (identifier)',
    `create table two_factors (
      id text not null primary key, secret text not null, backup_codes text not null, user_id text not null,
      verified ${integer}, failed_verification_count ${integer}, locked_until ${integer}
    ) ${clustered}`,
    'create index two_factors_by_user on two_factors (user_id)',
    `create table members (
      shop_id ${integer} not null, user_id text not null, role text not null, since ${integer} not null,
      primary key (shop_id, user_id)
    ) ${clustered}`,
    'create index members_by_user on members (user_id, shop_id)',
    `create table invitations (
      token_hash text not null primary key, email text not null, shop_id ${integer} not null, role text not null,
      expires ${integer} not null
    ) ${clustered}`,
  ],
}
