#include "textflag.h"

// func G() uintptr
TEXT ·G(SB),NOSPLIT,$0-8
	MOVQ (TLS), AX
	MOVQ AX, ret+0(FP)
	RET

// func SP() uintptr: the caller's stack pointer is where its call's return address was pushed, plus that word.
TEXT ·SP(SB),NOSPLIT,$0-8
	LEAQ ret+0(FP), AX
	MOVQ AX, ret+0(FP)
	RET
