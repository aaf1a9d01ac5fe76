/**
 * The operations of the IR, named as cmd/compile/internal/ir (Go 1.26) names them.
 *
 * Only operations that exist between the noder and the escape pass are listed: what `walk` makes later
 * (OSLICEHEADER, OJUMPTABLE …) and what is already rewritten by then (OXDOT, OCALL, OCOMPLIT …) is left out.
 * Each node shape of expr.ts and stmt.ts has its own set, so that a `switch` on `op` narrows to the shape.
 */

export type BinaryOp =
  | 'OADD'
  | 'OSUB'
  | 'OOR'
  | 'OXOR'
  | 'OMUL'
  | 'ODIV'
  | 'OMOD'
  | 'OLSH'
  | 'ORSH'
  | 'OAND'
  | 'OANDNOT'
  | 'OEQ'
  | 'ONE'
  | 'OLT'
  | 'OLE'
  | 'OGT'
  | 'OGE'
  | 'OCOPY'
  | 'OCOMPLEX'
  | 'OUNSAFEADD'
  | 'OUNSAFESLICE'
  | 'OUNSAFESTRING'
  | 'OMAKEFACE';

export type UnaryOp =
  | 'OBITNOT'
  | 'ONEG'
  | 'ONOT'
  | 'OPLUS'
  | 'ORECV'
  | 'OCAP'
  | 'OCLEAR'
  | 'OCLOSE'
  | 'OIMAG'
  | 'OLEN'
  | 'ONEW'
  | 'OPANIC'
  | 'OREAL'
  | 'OCHECKNIL'
  | 'OITAB'
  | 'OIDATA'
  | 'OUNSAFESTRINGDATA'
  | 'OUNSAFESLICEDATA';

export type LogicalOp = 'OANDAND' | 'OOROR';

export type AddrOp = 'OADDR' | 'OPTRLIT';

/** OCALLMETH does not survive type checking: a static method call is OCALLFUNC of an OMETHEXPR. */
export type CallOp =
  | 'OCALLFUNC'
  | 'OCALLINTER'
  | 'OAPPEND'
  | 'ODELETE'
  | 'OMAX'
  | 'OMIN'
  | 'OPRINT'
  | 'OPRINTLN'
  | 'ORECOVER'
  | 'OGETCALLERSP';

export type CompLitOp = 'OARRAYLIT' | 'OMAPLIT' | 'OSTRUCTLIT' | 'OSLICELIT';

export type ConvOp =
  | 'OCONV'
  | 'OCONVIFACE'
  | 'OCONVNOP'
  | 'OBYTES2STR'
  | 'ORUNES2STR'
  | 'OSTR2BYTES'
  | 'OSTR2RUNES'
  | 'ORUNESTR'
  | 'OSLICE2ARR'
  | 'OSLICE2ARRPTR';

export type IndexOp = 'OINDEX' | 'OINDEXMAP';

export type MakeOp = 'OMAKECHAN' | 'OMAKEMAP' | 'OMAKESLICE';

export type SelectorOp = 'ODOT' | 'ODOTPTR' | 'ODOTMETH' | 'ODOTINTER' | 'OMETHVALUE' | 'OMETHEXPR';

export type SliceOp = 'OSLICE' | 'OSLICEARR' | 'OSLICESTR' | 'OSLICE3' | 'OSLICE3ARR';

export type AssertOp = 'ODOTTYPE' | 'ODOTTYPE2';

export type DynamicAssertOp = 'ODYNAMICDOTTYPE' | 'ODYNAMICDOTTYPE2';

export type AssignListOp = 'OAS2' | 'OAS2DOTTYPE' | 'OAS2FUNC' | 'OAS2MAPR' | 'OAS2RECV' | 'OSELRECV2';

export type BranchOp = 'OBREAK' | 'OCONTINUE' | 'OFALL' | 'OGOTO';

export type GoDeferOp = 'OGO' | 'ODEFER';

/** The operation of `x op= y`. */
export type AssignOp =
  | 'OADD'
  | 'OSUB'
  | 'OOR'
  | 'OXOR'
  | 'OMUL'
  | 'ODIV'
  | 'OMOD'
  | 'OLSH'
  | 'ORSH'
  | 'OAND'
  | 'OANDNOT';
