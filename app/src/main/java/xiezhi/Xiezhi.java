package xiezhi;

import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import xiezhi.ledger.VerifyLedger;

/** 獬豸: the platform on which townships, departments, stations and the public enforce together. */
@SpringBootApplication
public class Xiezhi {
  /** Serves; or, as {@code ledger verify FILE}, looks at an exported ledger and starts nothing. */
  public static void main(String[] args) {
    if (args.length >= 2 && args[0].equals("ledger") && args[1].equals("verify")) {
      VerifyLedger.main(Arrays.copyOfRange(args, 2, args.length));
      return;
    }
    SpringApplication.run(Xiezhi.class, args);
  }
}
