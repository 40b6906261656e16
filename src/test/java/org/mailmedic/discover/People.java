package org.mailmedic.discover;

/// People of the tests.
final class People {
    static final Person ANNA = of("anna@shop.example");

    private People() {}

    static Person of(String address) {
        return Person.parse(address).orElseThrow();
    }
}
