"""Operations: what the workers do, what waits and why, what failed, and what room there is."""
