/** Credentials: who asks an archive, from the environment and nowhere else. */

/** A user with a password, the bearer of a token, or nobody in particular. */
export type Credentials =
  | { readonly kind: 'none' }
  | { readonly kind: 'password'; readonly user: string; readonly password: string }
  | { readonly kind: 'token'; readonly token: string };

export const USER_VARIABLE = 'CORROBORATE_ARCHIVE_USER';
export const PASSWORD_VARIABLE = 'CORROBORATE_ARCHIVE_PASSWORD';
export const TOKEN_VARIABLE = 'CORROBORATE_ARCHIVE_TOKEN';

/** The credentials that the environment holds; a token comes before a password. */
export function credentialsFrom(env: Readonly<Record<string, string | undefined>>): Credentials {
  const token = env[TOKEN_VARIABLE];
  if (token !== undefined && token !== '') return { kind: 'token', token };
  const user = env[USER_VARIABLE];
  if (user === undefined || user === '') return { kind: 'none' };
  return { kind: 'password', user, password: env[PASSWORD_VARIABLE] ?? '' };
}
