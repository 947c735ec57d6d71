package dev.llmagents.team.felicia.trade;

/** Which way an order goes. */
public enum Side {
    BUY(1),
    SELL(-1);

    private final int sign;

    Side(int sign) {
        this.sign = sign;
    }

    /** What it does to the position: +1 or -1. */
    public int sign() {
        return sign;
    }
}
