package viewstream.query.security;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.jwt.Jwt;

/** An accepted token, with the {@link Reader} as what controllers receive. */
final class ReaderAuthentication extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1;

  private final transient Reader reader;

  ReaderAuthentication(Jwt token) {
    super(AuthorityUtils.NO_AUTHORITIES);
    this.reader = Reader.of(token);
    setAuthenticated(true);
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Reader getPrincipal() {
    return reader;
  }
}
