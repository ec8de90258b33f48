package xiezhi.portal.application;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;

/**
 * Where a request comes from, to count by: the address of the network, not of the person. Behind a
 * proxy it is what the proxy says, if the proxy is one that {@code xiezhi.trusted-proxies} names.
 */
public final class Source {
  private static final int NETWORK_BYTES = 8;

  private Source() {}

  /** An IPv4 address whole; of an IPv6 address the network, in which one machine has many. */
  public static String of(HttpServletRequest request) {
    String address = request.getRemoteAddr();
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(parsed.getAddress(), 0, NETWORK_BYTES)
          : parsed.getHostAddress();
    } catch (IllegalArgumentException _) {
      return address;
    }
  }
}
