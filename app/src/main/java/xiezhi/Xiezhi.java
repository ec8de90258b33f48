package xiezhi;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** 獬豸: the platform on which townships, departments, stations and the public enforce together. */
@SpringBootApplication
public class Xiezhi {
  public static void main(String[] args) {
    SpringApplication.run(Xiezhi.class, args);
  }
}
